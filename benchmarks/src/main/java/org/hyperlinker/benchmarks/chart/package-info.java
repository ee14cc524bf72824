/**
 * Charts as SVG, written by hand: libraries draw through AWT, which measures text and so needs
 * fonts on the machine, and their files differ from machine to machine.
 */
package org.hyperlinker.benchmarks.chart;
