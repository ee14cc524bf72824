package org.hyperlinker.training.run;

/**
 * One optimizer step.
 *
 * @param step counted from 1
 * @param totalSteps steps of the whole run
 * @param epoch passes over the data so far, with fraction
 * @param loss mean over the step's batches
 * @param gradientNorm before clipping
 * @param learningRate of the encoder
 * @param examplesPerSecond rows trained on since the run (or its resumption) began, over its time
 * @param secondsLeft at that speed
 */
public record StepReport(
    long step,
    long totalSteps,
    double epoch,
    double loss,
    double gradientNorm,
    double learningRate,
    double examplesPerSecond,
    double secondsLeft) {}
