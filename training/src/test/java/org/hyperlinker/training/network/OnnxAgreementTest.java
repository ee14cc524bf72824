package org.hyperlinker.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.training.base.BaseEncoders;
import org.junit.jupiter.api.Test;

/**
 * Our BERT with weights taken out of the ONNX file, against ONNX Runtime on that file. Real
 * sentences, each alone, so that padding plays no part; largest difference of a hidden state
 * {@value #TOLERANCE}, where the states are of the order of 1.
 */
class OnnxAgreementTest {

  private static final double TOLERANCE = 2e-5;

  private static final List<String> SENTENCES =
      List.of(
          "Naloxone reverses the antihypertensive effect of clonidine.",
          "heart attack",
          "myocardial infarction [SEP] after a myocardial infarction in 3 of 40 patients",
          "Famotidine is a histamine H2-receptor antagonist used for reflux esophagitis.");

  @Test
  void hiddenStatesAreThoseOfOnnxRuntime() throws IOException, OrtException {
    try (PretrainedBert base = BaseEncoders.resolve("all-MiniLM-L6-v2");
        NDManager manager = Torch.newManager(0);
        Parameters parameters = new Parameters(manager);
        InputStream graph = OnnxAgreementTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx");
        OrtSession session = OrtEnvironment.getEnvironment().createSession(graph.readAllBytes())) {
      base.weights().names().forEach(name -> parameters.add(name, base.weights().tensor(name)));
      BertEncoder encoder = new BertEncoder(base.config(), parameters, "");
      for (int[] tokens : base.tokenizer().encode(SENTENCES, 128)) {
        NDArray ours = encoder.forward(TokenBatch.pad(manager, List.of(tokens), 0), false);
        float[] actual = ours.toFloatArray();
        float[] expected = flat(run(session, tokens));
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
          largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        assertThat(largest).isLessThan(TOLERANCE);
      }
    }
  }

  private static float[][] run(OrtSession session, int[] tokens) throws OrtException {
    long[][] ids = new long[1][tokens.length];
    long[][] mask = new long[1][tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      ids[0][i] = tokens[i];
      mask[0][i] = 1;
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put("input_ids", OnnxTensor.createTensor(environment, ids));
    inputs.put("attention_mask", OnnxTensor.createTensor(environment, mask));
    inputs.put("token_type_ids", OnnxTensor.createTensor(environment, new long[1][tokens.length]));
    inputs.keySet().retainAll(session.getInputNames());
    try (OrtSession.Result result = session.run(inputs)) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  private static float[] flat(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, all, row * rows[0].length, rows[0].length);
    }
    return all;
  }
}
