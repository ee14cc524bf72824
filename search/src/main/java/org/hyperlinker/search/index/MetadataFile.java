package org.hyperlinker.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.scoring.ItemStorage;

/** Reads and writes {@code index.json}, whose appearance is the commit of an index. */
final class MetadataFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "hyperlinker-index";

  /** The digest of the file without this entry. */
  private static final String OWN_DIGEST = "index_json_sha256";

  private final Path file;

  private MetadataFile(Path file) {
    this.file = file;
  }

  static void write(Path file, IndexMetadata metadata) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", version(metadata.contents().compact()));
    root.put("generation", metadata.generation());
    root.put("rows", metadata.rows());
    root.put("concepts", metadata.concepts());
    root.put("dimension", metadata.dimension());
    IndexContents contents = metadata.contents();
    root.put("row_kind", contents.rows().name());
    root.put("skip_permuted", contents.skipPermuted());
    root.put("storage", contents.storage().name());
    root.put("graph_links", contents.graph().links());
    root.put("graph_beam", contents.graph().beam());
    root.put("neighbours", contents.neighbours());
    root.put("compact", contents.compact());
    metadata
        .codes()
        .ifPresent(
            codes ->
                root.putObject("codes").put("scale", codes.scale()).put("sha256", codes.sha256()));
    root.put("knowledge_base_sha256", metadata.knowledgeBaseSha256());
    ObjectNode model = root.putObject("model");
    model.put("fingerprint", metadata.modelFingerprint());
    ModelSettings settings = metadata.modelSettings();
    model.put("query_window_size", settings.query().window().size());
    model.put("query_window_unit", settings.query().window().unit().name());
    model.put("item_description", settings.item().description().name());
    model.put("item_description_limit", settings.item().limit());
    model.put("query_max_length", settings.queryMaxLength());
    model.put("item_max_length", settings.itemMaxLength());
    model.put("similarity", settings.similarity().name());
    settings.provenance().forEach(model.putObject("provenance")::put);
    metadata.provenance().forEach(root.putObject("provenance")::put);
    ObjectNode files = root.putObject("files");
    metadata
        .files()
        .forEach(
            (name, content) ->
                files
                    .putObject(name)
                    .put("bytes", content.bytes())
                    .put("sha256", content.sha256()));
    root.put(OWN_DIGEST, Sha256.of(text(root)));
    byte[] bytes = text(root).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, stream -> stream.write(bytes));
  }

  private static int version(boolean compact) {
    return compact ? IndexMetadata.COMPACT_VERSION : IndexMetadata.FORMAT_VERSION;
  }

  private static String text(ObjectNode root) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Compares the file with the digest at its end.
   *
   * @throws IOException naming the file, if a single byte of it is another than was written
   */
  static void check(Path file) throws IOException {
    String found = Files.readString(file);
    if (!(new MetadataFile(file).tree() instanceof ObjectNode root)) {
      throw IndexFiles.fault(file, "no index of this project", "a JSON object", "something else");
    }
    String whole = text(root);
    String expected = root.path(OWN_DIGEST).asText();
    root.remove(OWN_DIGEST);
    String digest = Sha256.of(text(root));
    if (!digest.equals(expected) || !whole.equals(found)) {
      throw IndexFiles.fault(file, "damaged: another SHA-256", expected, digest);
    }
  }

  static IndexMetadata read(Path file) throws IOException {
    return new MetadataFile(file).read();
  }

  private IndexMetadata read() throws IOException {
    JsonNode root = tree();
    if (!FORMAT.equals(root.path("format").asText())) {
      throw IndexFiles.fault(file, "no index of this project", FORMAT, root.path("format"));
    }
    if (root.path("version").asInt() != version(compact(root))) {
      throw IndexFiles.fault(
          file, "another version of the format", version(compact(root)), root.path("version"));
    }
    JsonNode model = node(root, "model");
    try {
      return new IndexMetadata(
          generation(root),
          text(model, "fingerprint"),
          settings(model),
          text(root, "knowledge_base_sha256"),
          number(root, "concepts"),
          number(root, "rows"),
          number(root, "dimension"),
          contents(root),
          codes(root),
          map(root),
          files(node(root, "files")));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + "; build the index again", e);
    }
  }

  /** A name and nothing that leads out of the index. */
  private String generation(JsonNode root) throws IOException {
    String name = text(root, "generation");
    if (!Generations.isName(name)) {
      throw IndexFiles.fault(file, "bad generation", "a name such as generation-1", name);
    }
    return name;
  }

  private IndexContents contents(JsonNode root) throws IOException {
    return new IndexContents(
        one(RowKind.class, root, "row_kind"),
        node(root, "skip_permuted").asBoolean(),
        one(ItemStorage.class, root, "storage"),
        new GraphSettings(number(root, "graph_links"), number(root, "graph_beam")),
        number(root, "neighbours"),
        compact(root));
  }

  /** Indexes of before there were compact ones do not say. */
  private static boolean compact(JsonNode root) {
    return root.path("compact").asBoolean(false);
  }

  private Optional<EmbeddingCodes> codes(JsonNode root) throws IOException {
    if (!compact(root)) {
      return Optional.empty();
    }
    JsonNode codes = node(root, "codes");
    return Optional.of(
        new EmbeddingCodes(node(codes, "scale").floatValue(), text(codes, "sha256")));
  }

  private ModelSettings settings(JsonNode model) throws IOException {
    return new ModelSettings(
        new QueryTemplate(
            new ContextWindow(
                number(model, "query_window_size"),
                one(WindowUnit.class, model, "query_window_unit"))),
        new ItemTemplate(
            one(ItemTemplate.Description.class, model, "item_description"),
            number(model, "item_description_limit")),
        number(model, "query_max_length"),
        number(model, "item_max_length"),
        one(Similarity.class, model, "similarity"),
        map(model));
  }

  private JsonNode tree() throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IOException(
          file + ":" + line + ": not JSON: " + e.getOriginalMessage() + "; build the index again",
          e);
    }
  }

  private SortedMap<String, IndexMetadata.Content> files(JsonNode files) throws IOException {
    SortedMap<String, IndexMetadata.Content> contents = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : files.properties()) {
      JsonNode content = entry.getValue();
      contents.put(
          entry.getKey(),
          new IndexMetadata.Content(node(content, "bytes").asLong(), text(content, "sha256")));
    }
    return contents;
  }

  private SortedMap<String, String> map(JsonNode parent) throws IOException {
    SortedMap<String, String> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node(parent, "provenance").properties()) {
      map.put(entry.getKey(), entry.getValue().asText());
    }
    return map;
  }

  private <E extends Enum<E>> E one(Class<E> type, JsonNode parent, String key) throws IOException {
    String name = text(parent, key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw IndexFiles.fault(
        file, "unknown " + key, "one of " + Arrays.toString(type.getEnumConstants()), name);
  }

  private int number(JsonNode parent, String key) throws IOException {
    JsonNode node = node(parent, key);
    if (!node.canConvertToInt() || node.intValue() < 0) {
      throw IndexFiles.fault(file, "bad " + key, "a number of 0 or more", node);
    }
    return node.intValue();
  }

  private String text(JsonNode parent, String key) throws IOException {
    return node(parent, key).asText();
  }

  private JsonNode node(JsonNode parent, String key) throws IOException {
    JsonNode node = parent.path(key);
    if (node.isMissingNode() || node.isNull()) {
      throw IndexFiles.fault(file, "a key is missing", "'" + key + "'", "none");
    }
    return node;
  }
}
