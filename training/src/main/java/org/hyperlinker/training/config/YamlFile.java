package org.hyperlinker.training.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file under reading: its name for errors, and the remarks that reading leaves. */
final class YamlFile {

  private final Path file;
  private final List<String> remarks = new ArrayList<>();

  YamlFile(Path file) {
    this.file = file;
  }

  /** The whole file as one section. */
  YamlSection read() throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file, 1, "there is no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file, 1, "expected a text in UTF-8, found other bytes");
    }
  }

  /** The given text as one section. */
  YamlSection parse(String text) throws ConfigException {
    Compose compose =
        new Compose(LoadSettings.builder().setLabel(file.toString()).setUseMarks(true).build());
    try {
      Iterator<Node> documents = compose.composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        throw error(1, "expected a training configuration, found an empty file");
      }
      Node root = documents.next();
      if (!(root instanceof MappingNode mapping)) {
        throw error(line(root), "expected a mapping with 'model_config', found something else");
      }
      if (documents.hasNext()) {
        throw error(line(documents.next()), "expected one YAML document, found another one");
      }
      return new YamlSection(this, "", new YamlKeys(this, mapping, line(root)));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw error(
          mark.map(Mark::getLine).orElse(0) + 1,
          "this is not YAML: " + e.getProblem().replace('\n', ' '));
    } catch (YamlEngineException e) {
      throw error(1, "this is not YAML: " + e.getMessage().replace('\n', ' '));
    }
  }

  ConfigException error(int line, String problem) {
    return new ConfigException(file, line, problem);
  }

  void remark(int line, String text) {
    remarks.add(file + ":" + line + ": " + text);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
