package org.hyperlinker.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.hyperlinker.server.problem.Problem;

/** Reads request bodies. Safe for many threads. */
public final class StrictJson {

  /** No request has more levels; a tree of braces must not take the stack. */
  private static final int DEEPEST = 32;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** A new object, to be filled. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** UTF-8 of a tree. */
  public static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The object of a body.
   *
   * @throws Problem saying where, if it is no UTF-8, no JSON, too deep or no object
   */
  public static JsonFields read(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(text(body));
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "not JSON" + where + ": " + e.getOriginalMessage());
    }
    if (root == null || root.isMissingNode()) {
      throw new Problem(Problem.Kind.BAD_REQUEST, "expected a JSON object, found an empty body");
    }
    return JsonFields.of("", root);
  }

  /**
   * The text of a body.
   *
   * @throws Problem saying at which byte, if it is no UTF-8
   */
  public static String text(byte[] body) {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "the body is not UTF-8, from byte " + bytes.position() + " on");
    }
  }
}
