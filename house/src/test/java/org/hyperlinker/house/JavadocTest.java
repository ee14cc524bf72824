package org.hyperlinker.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every public type, and every public method, constructor and constant in it, says in Javadoc what
 * it is for; a record says so of each component. That the comments are sound, the compiler checks
 * ({@code -Xdoclint}).
 */
class JavadocTest {

  @Test
  void everythingPublicIsExplained() throws IOException {
    List<Path> sources =
        SourceTree.javaFiles().stream()
            .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
            .toList();
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(unexplained(sources)).isEmpty();
  }

  private static List<String> unexplained(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      List<String> found = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new Unexplained(trees, found).scan(unit, null);
      }
      return found;
    }
  }
}
