package org.hyperlinker.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.hyperlinker.server.problem.Problem;

/** The token that requests must carry, if there is one. */
final class Token {

  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> digest;

  Token(Optional<String> token) {
    // Secrets come out of files with a line end.
    this.digest = token.map(String::strip).map(Token::digest);
  }

  boolean needed() {
    return digest.isPresent();
  }

  /**
   * Lets a request pass. Digests are compared in constant time, so that no answer's time tells how
   * much of a guess was right.
   *
   * @param authorization the header, if there is one
   * @throws Problem if it is not the token
   */
  void require(Optional<String> authorization) {
    if (digest.isEmpty()) {
      return;
    }
    byte[] found =
        digest(
            authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .orElse(""));
    if (!MessageDigest.isEqual(digest.get(), found)) {
      throw new Problem(
          Problem.Kind.UNAUTHORIZED, "expected the header Authorization: Bearer with the token");
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
