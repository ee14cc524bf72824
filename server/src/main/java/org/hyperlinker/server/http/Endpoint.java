package org.hyperlinker.server.http;

/**
 * Something that can be asked.
 *
 * @param method of HTTP
 * @param path with braces for what varies, such as {@code /v1/concepts/{id}}
 * @param guarded whether it needs the token, where there is one
 * @param action what answers
 */
public record Endpoint(String method, String path, boolean guarded, Action action) {

  /** Answers a call, in the thread of its request. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers.
     *
     * @throws org.hyperlinker.server.problem.Problem if it cannot be answered as asked
     */
    Reply answer(Call call) throws Exception;
  }

  static Endpoint get(String path, Action action) {
    return new Endpoint("GET", path, true, action);
  }

  static Endpoint post(String path, Action action) {
    return new Endpoint("POST", path, true, action);
  }

  /** The same for everybody, as what it says is no secret. */
  Endpoint open() {
    return new Endpoint(method, path, false, action);
  }
}
