package org.hyperlinker.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Finds what is public and has no comment; it does not look into what is not public. */
final class Unexplained extends TreePathScanner<Void, Void> {

  private final DocTrees trees;
  private final List<String> found;

  Unexplained(DocTrees trees, List<String> found) {
    this.trees = trees;
    this.found = found;
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    if (!seen(type.getModifiers())) {
      return null;
    }
    String comment = require(type.getSimpleName().toString());
    if (type.getKind() == Tree.Kind.RECORD && comment != null) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field && component(field)) {
          requireParameter(type, field, comment);
        }
      }
    }
    return super.visitClass(type, nothing);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    ModifiersTree modifiers = method.getModifiers();
    boolean overrides =
        modifiers.getAnnotations().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    if (seen(modifiers) && !overrides) {
      require(method.getName().toString());
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void nothing) {
    if (seen(field.getModifiers())
        && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
      require(field.getName().toString());
    }
    return null;
  }

  /** Public, or of an interface, whose members need not say so. */
  private boolean seen(ModifiersTree modifiers) {
    TreePath parent = getCurrentPath().getParentPath();
    boolean ofInterface =
        parent != null
            && parent.getLeaf() instanceof ClassTree around
            && (around.getKind() == Tree.Kind.INTERFACE
                || around.getKind() == Tree.Kind.ANNOTATION_TYPE);
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || (ofInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private static boolean component(VariableTree field) {
    return !field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private String require(String name) {
    DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
    if (comment == null || comment.toString().isBlank()) {
      found.add(place() + ": " + name);
      return null;
    }
    return comment.toString();
  }

  private void requireParameter(ClassTree type, VariableTree field, String comment) {
    if (!comment.contains("@param " + field.getName() + " ")) {
      found.add(place() + ": @param " + field.getName() + " of " + type.getSimpleName());
    }
  }

  private String place() {
    return getCurrentPath().getCompilationUnit().getSourceFile().getName();
  }
}
