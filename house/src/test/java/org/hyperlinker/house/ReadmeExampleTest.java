package org.hyperlinker.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows in Java is Java, and of this version. */
class ReadmeExampleTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

  /** The types that the example needs; a reader's editor finds them by their names. */
  private static final String AROUND =
      """
      import org.hyperlinker.core.corpus.Span;
      import org.hyperlinker.core.link.Link;
      import org.hyperlinker.linking.EntityLinker;

      class Example {
        void run() throws Exception {
      %s
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theExampleCompilesWithoutAWarning() throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(SourceTree.root().resolve("README.md")));
    assertThat(examples.find()).as("an example in Java").isTrue();
    do {
      assertThat(complaints(AROUND.formatted(examples.group(1)))).isEmpty();
    } while (examples.find());
  }

  @Test
  void aMistakeIsSeen() {
    assertThat(complaints(AROUND.formatted("EntityLinker.bundle();"))).contains("bundle");
  }

  private String complaints(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String ownPath = System.getProperty("java.class.path");
    StringWriter complaints = new StringWriter();
    compiler
        .getTask(
            complaints,
            null,
            null,
            List.of(
                "-Xlint:all,-processing,-path",
                "-Werror",
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", ownPath)),
            null,
            List.of(new Source(source)))
        .call();
    return complaints.toString();
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
