package org.hyperlinker.model.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.json.JsonText;

/**
 * A Hugging Face tokenizer. A special token written out in a text, such as {@code [SEP]}, becomes
 * that token.
 *
 * <p>Safe for many threads. Holds native memory until closed; not to be used afterwards.
 */
public final class Tokenizer implements AutoCloseable {

  /** The file of a tokenizer with all its rules. */
  public static final String FILE = "tokenizer.json";

  /** The word pieces of a BERT tokenizer, one a line, without rules. */
  public static final String VOCABULARY = "vocab.txt";

  /** The options beside either. */
  public static final String OPTIONS = "tokenizer_config.json";

  private static final Path IN_MEMORY = Path.of(FILE);

  private static final String PAD = BertVocabulary.usual("pad");

  /** What RoBERTa and its kin write. */
  private static final String OTHER_PAD = "<pad>";

  private static final List<String> SPECIAL = List.of("cls", "mask", "pad", "sep", "unk");

  private static final Set<String> NAMED =
      Stream.concat(SPECIAL.stream().map(BertVocabulary::usual), Stream.of(OTHER_PAD))
          .collect(Collectors.toUnmodifiableSet());

  private final HuggingFaceTokenizer tokenizer;
  private final byte[] json;
  private final byte[] options;
  private final int vocabularySize;
  private final int padId;
  private final int[] prefix;
  private final int[] suffix;

  private Tokenizer(Path file, byte[] json, byte[] options) throws IOException {
    TokenIds ids = TokenIds.read(file, json, NAMED);
    Integer pad = ids.special().getOrDefault(PAD, ids.special().get(OTHER_PAD));
    if (pad == null) {
      throw new ModelFileException(file, "no padding token", "[PAD] or <pad>", "neither");
    }
    this.json = json;
    this.options = options.length > 0 ? options : options(ids.special());
    this.padId = pad;
    this.vocabularySize = ids.size();
    try {
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json), Map.of("padding", "false", "truncation", "false"));
    } catch (RuntimeException e) {
      throw new ModelFileException(file, "the tokenizer library refuses it", e);
    }
    int[] empty = encode("");
    int[] word = encode("a");
    int same = Arrays.mismatch(empty, word);
    this.prefix = Arrays.copyOf(empty, same < 0 ? empty.length : same);
    this.suffix = Arrays.copyOfRange(empty, prefix.length, empty.length);
  }

  /**
   * Opens the tokenizer of a model directory: {@code tokenizer.json}, or a BERT tokenizer made of
   * {@code vocab.txt} and the options of {@code tokenizer_config.json}.
   *
   * @throws ModelFileException if there is neither, or it is broken
   */
  public static Tokenizer open(Path modelDirectory) throws IOException {
    Path file = modelDirectory.resolve(FILE);
    Path vocabulary = modelDirectory.resolve(VOCABULARY);
    Path optionsFile = modelDirectory.resolve(OPTIONS);
    boolean hasOptions = Files.isRegularFile(optionsFile);
    byte[] options = hasOptions ? Files.readAllBytes(optionsFile) : new byte[0];
    if (Files.isRegularFile(file)) {
      return new Tokenizer(file, Files.readAllBytes(file), options);
    }
    if (Files.isRegularFile(vocabulary)) {
      JsonObject read =
          JsonObject.parse(
              optionsFile, hasOptions ? options : "{}".getBytes(StandardCharsets.UTF_8));
      return new Tokenizer(vocabulary, BertVocabulary.tokenizerJson(vocabulary, read), options);
    }
    throw new ModelFileException(
        modelDirectory,
        "no tokenizer; copy the base model's " + FILE + " or " + VOCABULARY + " there");
  }

  /** Opens a tokenizer from the bytes of a {@code tokenizer.json}. */
  public static Tokenizer open(byte[] tokenizerJson) throws IOException {
    return new Tokenizer(IN_MEMORY, tokenizerJson.clone(), new byte[0]);
  }

  /**
   * The token ids of each text, in order, with the special tokens at both ends.
   *
   * @param texts any number
   * @param maxLength the longest encoding, special tokens included; longer texts lose their end,
   *     the closing special token stays
   * @throws IllegalArgumentException if {@code maxLength} leaves no room for a token
   */
  public List<int[]> encode(List<String> texts, int maxLength) {
    if (maxLength <= prefix.length + suffix.length) {
      throw new IllegalArgumentException(
          "a maximum length of "
              + maxLength
              + " leaves no room beside "
              + (prefix.length + suffix.length)
              + " special tokens");
    }
    if (texts.isEmpty()) {
      return List.of();
    }
    if (texts.size() == 1) {
      return List.of(cut(encode(texts.getFirst()), maxLength));
    }
    List<int[]> encoded = new ArrayList<>(texts.size());
    for (Encoding encoding : tokenizer.batchEncode(texts, true, false)) {
      encoded.add(cut(toInts(encoding.getIds()), maxLength));
    }
    return encoded;
  }

  /**
   * The word pieces of words, each as it would be anywhere in a text, without special tokens. Safe
   * for many threads.
   */
  public List<int[]> pieces(List<String> words) {
    List<int[]> pieces = new ArrayList<>(words.size());
    if (!words.isEmpty()) {
      for (Encoding encoding : tokenizer.batchEncode(words, false, false)) {
        pieces.add(toInts(encoding.getIds()));
      }
    }
    return pieces;
  }

  /** Pieces with the special tokens that stand around every text. */
  public int[] enclosed(int[] pieces) {
    int[] all = Arrays.copyOf(prefix, specials() + pieces.length);
    System.arraycopy(pieces, 0, all, prefix.length, pieces.length);
    System.arraycopy(suffix, 0, all, prefix.length + pieces.length, suffix.length);
    return all;
  }

  /** How many special tokens stand around every text. */
  public int specials() {
    return prefix.length + suffix.length;
  }

  /** How many of them stand before it. */
  public int specialsBefore() {
    return prefix.length;
  }

  /** The id that fills up shorter rows of a batch. */
  public int padId() {
    return padId;
  }

  /** One more than the largest id; a model's word embeddings need at least as many rows. */
  public int vocabularySize() {
    return vocabularySize;
  }

  /** SHA-256 of the {@code tokenizer.json}, read or made. */
  public String sha256() {
    return Sha256.of(json);
  }

  /**
   * Writes {@code tokenizer.json} and {@code tokenizer_config.json} into a model directory. What
   * was read from such files is written unchanged.
   */
  public void save(Path modelDirectory) throws IOException {
    AtomicFiles.write(modelDirectory.resolve(FILE), stream -> stream.write(json));
    AtomicFiles.write(modelDirectory.resolve(OPTIONS), stream -> stream.write(options));
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  private int[] encode(String text) {
    return toInts(tokenizer.encode(text, true, false).getIds());
  }

  private int[] cut(int[] ids, int maxLength) {
    if (ids.length <= maxLength) {
      return ids;
    }
    int[] cut = Arrays.copyOf(ids, maxLength);
    System.arraycopy(suffix, 0, cut, maxLength - suffix.length, suffix.length);
    return cut;
  }

  private static int[] toInts(long[] ids) {
    return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
  }

  private static byte[] options(SortedMap<String, Integer> ids) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String name : SPECIAL) {
      String token = BertVocabulary.usual(name);
      if (ids.containsKey(token)) {
        options.put(name + "_token", token);
      }
    }
    options.put("tokenizer_class", "PreTrainedTokenizerFast");
    return JsonText.pretty(options).getBytes(StandardCharsets.UTF_8);
  }
}
