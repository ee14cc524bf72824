package org.hyperlinker.search.index;

import org.hyperlinker.model.scoring.ItemBlock;

/**
 * Some rows of other rows, in their order. Lives as long as what it was taken from is open.
 *
 * @param whole where the rows are
 * @param numbers which rows, ascending; not copied
 */
record RowSubset(EmbeddedRows whole, int[] numbers) implements EmbeddedRows {

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public int dimension() {
    return whole.dimension();
  }

  @Override
  public IndexRow row(int row) {
    return whole.row(numbers[row]);
  }

  @Override
  public void embedding(int row, float[] target) {
    whole.embedding(numbers[row], target);
  }

  @Override
  public RowVectors vectors() {
    RowVectors vectors = whole.vectors();
    return row -> vectors.vector(numbers[row]);
  }

  @Override
  public GatheredRows gather(int capacity) {
    GatheredRows gathered = whole.gather(capacity);
    return new GatheredRows() {
      @Override
      public void clear() {
        gathered.clear();
      }

      @Override
      public void add(int row) {
        gathered.add(numbers[row]);
      }

      @Override
      public ItemBlock block() {
        return gathered.block();
      }
    };
  }

  @Override
  public RowConcepts rowConcepts() {
    return whole.rowConcepts().restrictedTo(numbers);
  }
}
