package org.hyperlinker.server.problem;

import java.io.Serial;

/**
 * Why a request is not answered as asked, as problem details of RFC 9457. Thrown anywhere below a
 * handler; it becomes the response. Carries no stack, as it tells of the client's side.
 */
public final class Problem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final Kind kind;

  /**
   * A problem.
   *
   * @param detail what is wrong with this request, where, what was expected and what was found
   */
  public Problem(Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
  }

  /** The kind of problem. */
  public Kind kind() {
    return kind;
  }

  /** Kinds of problems with their HTTP status. */
  public enum Kind {
    /** Not the JSON that was expected. */
    BAD_REQUEST(400, "Bad request"),
    /** The token is missing or another. */
    UNAUTHORIZED(401, "A token is needed"),
    /** Only this machine may ask that. */
    FORBIDDEN(403, "Not from here"),
    /** Nothing of this name. */
    NOT_FOUND(404, "Not found"),
    /** Known, but not with this method. */
    METHOD_NOT_ALLOWED(405, "Another method is needed"),
    /** The body did not come in time. */
    SLOW(408, "The request is too slow"),
    /** More than is read. */
    TOO_LARGE(413, "Too large"),
    /** A media type that is not read. */
    UNSUPPORTED_TYPE(415, "Another media type is needed"),
    /** The queue is full. */
    BUSY(429, "Too many requests"),
    /** A fault of the server. */
    INTERNAL(500, "A fault of the server"),
    /** The server is about to end. */
    STOPPING(503, "The server is stopping"),
    /** Not answered in time. */
    LATE(504, "Not answered in time");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** For people, the same for all problems of the kind. */
    public String title() {
      return title;
    }
  }
}
