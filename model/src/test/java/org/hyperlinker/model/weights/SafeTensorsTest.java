package org.hyperlinker.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.ModelFileException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {

  @TempDir Path directory;

  @Property(tries = 50, seed = "42")
  void whatIsWrittenIsRead(
      @ForAll @Size(max = 6)
          Map<@AlphaChars @StringLength(min = 1, max = 9) String, @Size(max = 40) float[]> arrays)
      throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    arrays.forEach((name, values) -> tensors.put(name, Tensor.of(values, values.length, 1)));
    Path temporary = Files.createTempDirectory("safetensors");
    try {
      Path file = temporary.resolve("a.safetensors");
      SafeTensorsWriter.write(file, tensors, SafeTensorsWriter.PYTORCH);
      try (SafeTensors read = SafeTensors.open(file)) {
        assertThat(read.names()).isEqualTo(tensors.keySet());
        assertThat(read.metadata()).isEqualTo(Map.of("format", "pt"));
        for (String name : read.names()) {
          assertThat(read.shape(name)).containsExactly(arrays.get(name).length, 1);
          assertThat(bits(read.floats(name))).isEqualTo(bits(arrays.get(name)));
        }
      }
      assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong())
          .matches(length -> length % 8 == 0);
      Path again = temporary.resolve("b.safetensors");
      SafeTensorsWriter.write(again, new TreeMap<>(tensors), SafeTensorsWriter.PYTORCH);
      assertThat(again).hasSameBinaryContentAs(file);
    } finally {
      AtomicFiles.delete(temporary);
    }
  }

  @Test
  void everyNumberFormatIsRead() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(1.5f).putFloat(-0.0f);
    data.putShort(Float.floatToFloat16(0.25f)).putShort((short) 0xFC00);
    data.putShort((short) 0x3F80).putShort((short) 0xC049);
    data.putDouble(Math.PI).putDouble(1e300);
    data.putLong(Long.MIN_VALUE).putLong(7);
    data.putInt(-3).putInt(5).putInt(6);
    Path file =
        file(
            "{\"f32\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"f16\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[8,12]},"
                + "\"bf16\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[12,16]},"
                + "\"f64\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[16,32]},"
                + "\"i64\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[32,48]},"
                + "\"i32\":{\"dtype\":\"I32\",\"shape\":[3,1],\"data_offsets\":[48,60]}}",
            data.array());
    try (SafeTensors read = SafeTensors.open(file)) {
      assertThat(read.floats("f32")).containsExactly(1.5f, -0.0f);
      assertThat(read.floats("f16")).containsExactly(0.25f, Float.NEGATIVE_INFINITY);
      assertThat(read.floats("bf16")).containsExactly(1f, -3.140625f);
      assertThat(read.floats("f64")).containsExactly((float) Math.PI, Float.POSITIVE_INFINITY);
      assertThat(read.longs("i64")).containsExactly(Long.MIN_VALUE, 7);
      assertThat(read.longs("i32")).containsExactly(-3, 5, 6);
      assertThat(read.info("i32").dtype()).isEqualTo("I32");
      assertThat(read.info("i32").shape()).containsExactly(3, 1);
      assertThatThrownBy(() -> read.floats("i64")).hasMessageContaining("found I64");
      assertThatThrownBy(() -> read.longs("f32")).hasMessageContaining("expected I64 or I32");
      assertThatThrownBy(() -> read.floats("none")).hasMessageContaining("no tensor named 'none'");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unknown dtype | {'a':{'dtype':'F7','shape':[1],'data_offsets':[0,4]}} | 4 | unknown dtype;"
            + " expected one of",
        "no dtype | {'a':{'shape':[1],'data_offsets':[0,4]}} | 4 | wrong a.dtype; expected a text",
        "negative axis | {'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | wrong a.shape",
        "huge shape | {'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,4]}} | 4"
            + " | impossible shape",
        "shape and offsets disagree | {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 4 |"
            + " expected 8 bytes, found 4 bytes",
        "offsets backwards | {'a':{'dtype':'F32','shape':[0],'data_offsets':[4,0]}} | 4 | wrong"
            + " data_offsets",
        "truncated data | {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 | truncated;",
        "bytes left over | {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 5 | bytes that"
            + " belong to no tensor",
        "overlap | {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | 12 | 'b' overlaps",
        "hole | {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},"
            + "'b':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}} | 12 | 'b' leaves a hole",
        "repeated name | {'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]},"
            + "'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}} | 0 | Duplicate field 'a'",
        "metadata of numbers | {'__metadata__':{'a':1}} | 0 | wrong __metadata__.a; expected a text",
        "header is a list | [ ] | 0 | expected an object",
        "header is no JSON | {'a' | 0 | not valid JSON"
      })
  void faultsAreNamed(String fault, String header, int bytes, String message) throws IOException {
    Path file = file(header.replace('\'', '"'), new byte[bytes]);
    assertThatThrownBy(() -> SafeTensors.open(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));
    assertThatThrownBy(() -> SafeTensors.open(empty)).hasMessageContaining("too short");
    Path zip = Files.write(directory.resolve("zip"), "PK\3\4 a pickle in a zip".getBytes());
    assertThatThrownBy(() -> SafeTensors.open(zip)).hasMessageContaining("wrong header length");
    assertThatThrownBy(() -> SafeTensors.open(directory.resolve("none")))
        .hasMessageContaining("no such file");
  }

  @Test
  void closedTensorsAreNotRead() throws IOException {
    Path file = directory.resolve("a.safetensors");
    SafeTensorsWriter.write(file, Map.of("a", Tensor.of(new float[] {1}, 1)), Map.of());
    SafeTensors closed = SafeTensors.open(file);
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.floats("a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTensorHoldsAsManyNumbersAsItsShape() {
    assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2)).hasMessageContaining("[2, 2]");
    assertThat(Tensor.of(new float[1]).shape()).isEmpty();
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(json.length).put(json).put(data);
    return Files.write(directory.resolve("made.safetensors"), buffer.array());
  }

  private static List<Integer> bits(float[] values) {
    List<Integer> bits = new ArrayList<>();
    for (float value : values) {
      bits.add(Float.floatToRawIntBits(value));
    }
    return bits;
  }

  @Test
  void filesOfPythonOpen() throws IOException {
    Path reference =
        Path.of(System.getProperty("hyperlinker.data", ""), "..", "reference", "hypencoder");
    Assumptions.assumeTrue(
        Files.isDirectory(reference), "no reference files beside hyperlinker.data");
    try (Stream<Path> files = Files.list(reference)) {
      for (Path file : files.sorted().toList()) {
        try (SafeTensors read = SafeTensors.open(file)) {
          for (String name : read.names()) {
            int count =
                switch (read.info(name).dtype()) {
                  case "I64", "I32" -> read.longs(name).length;
                  default -> read.floats(name).length;
                };
            assertThat((long) count).isEqualTo(Tensor.count(read.shape(name)));
          }
          assertThat(read.metadata()).isNotEmpty();
        }
      }
    }
  }
}
