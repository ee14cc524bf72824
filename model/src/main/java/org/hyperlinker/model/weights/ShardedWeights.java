package org.hyperlinker.model.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;

/**
 * The tensors of several safetensors files, as {@code model.safetensors.index.json} maps them. What
 * a shard holds beyond the map does not belong to the model.
 */
public final class ShardedWeights implements Weights {

  private final SortedMap<String, SafeTensors> shards;
  private final SortedMap<String, SafeTensors> owners;
  private final SortedSet<String> names;

  private ShardedWeights(
      SortedMap<String, SafeTensors> shards, SortedMap<String, SafeTensors> owners) {
    this.shards = shards;
    this.owners = owners;
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(owners.keySet()));
  }

  /**
   * Opens an index and every shard it names.
   *
   * @param index the index file; the shards lie beside it
   * @throws ModelFileException if a shard is missing or broken, or lacks a tensor of the map
   */
  public static ShardedWeights open(Path index) throws IOException {
    SortedMap<String, SafeTensors> shards = new TreeMap<>();
    try {
      SortedMap<String, SafeTensors> owners = new TreeMap<>();
      JsonObject map = weightMap(index);
      for (String name : map.keys()) {
        String file = map.text(name);
        SafeTensors shard = shards.get(file);
        if (shard == null) {
          shard = SafeTensors.open(shardPath(index, file));
          shards.put(file, shard);
        }
        if (!shard.names().contains(name)) {
          throw new ModelFileException(
              index, "the map places tensor '" + name + "' in " + file + ", not there");
        }
        owners.put(name, shard);
      }
      return new ShardedWeights(shards, owners);
    } catch (IOException | RuntimeException e) {
      shards.values().forEach(SafeTensors::close);
      throw e;
    }
  }

  /** The files that an index names, sorted, without opening them. */
  static List<Path> files(Path index) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    JsonObject map = weightMap(index);
    for (String name : map.keys()) {
      files.add(shardPath(index, map.text(name)));
    }
    return List.copyOf(files);
  }

  private static JsonObject weightMap(Path index) throws IOException {
    JsonObject json = JsonObject.read(index);
    JsonObject map = json.object("weight_map");
    if (map.keys().isEmpty()) {
      throw json.wrong("weight_map", "the file of each tensor");
    }
    return map;
  }

  private static Path shardPath(Path index, String file) throws ModelFileException {
    Path shard = index.resolveSibling(file);
    if (file.isBlank() || file.contains("/") || file.contains("\\") || file.equals("..")) {
      throw new ModelFileException(
          index, "a shard must lie beside the index", "a file name", "'" + file + "'");
    }
    if (!Files.isRegularFile(shard)) {
      throw new ModelFileException(
          index, "the map names shard " + file + ", which is missing; copy it here");
    }
    return shard;
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  @Override
  public long[] shape(String name) {
    return owner(name).shape(name);
  }

  @Override
  public float[] floats(String name) {
    return owner(name).floats(name);
  }

  @Override
  public void close() {
    shards.values().forEach(SafeTensors::close);
  }

  private SafeTensors owner(String name) {
    SafeTensors owner = owners.get(name);
    if (owner == null) {
      throw new IllegalArgumentException("no tensor named '" + name + "'");
    }
    return owner;
  }
}
