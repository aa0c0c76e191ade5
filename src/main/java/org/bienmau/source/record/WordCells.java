package org.bienmau.source.record;

import org.bienmau.source.ContractColumn;

/** Values of a list or a register. */
final class WordCells extends CellColumn {
  private final WordVector vector = new WordVector();
  private final Vocabulary vocabulary;
  private final Words words;

  WordCells(ContractColumn contract, int place, Vocabulary vocabulary) {
    super(contract, place);
    this.vocabulary = vocabulary;
    this.words = new Words(vocabulary);
  }

  @Override
  WordVector vector() {
    return vector;
  }

  /** The word of a constant, to be compared with those of cells by identity of its value. */
  Word constant(String text) {
    return vocabulary.meaning(text);
  }

  @Override
  void read(Rows rows, int column, Refusals refusals) {
    words.tidyUp();
    boolean optional = !contract.required();
    int first = Rows.first(column);
    for (int row = 0; row < rows.count; row++) {
      int from = rows.from()[first + row];
      int to = rows.to()[first + row];
      if (optional && from == to) {
        vector.empty[row] = true;
      } else if (to <= from || !isWord(rows.bytes, from, to, row)) {
        byHand(rows, column, row, refusals);
      }
    }
  }

  private boolean isWord(byte[] bytes, int from, int to, int row) {
    Word word = words.find(bytes, from, to);
    vector.words[row] = word;
    vector.empty[row] = !word.isValue();
    return word.isValue();
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    return isWord(bytes, 0, length, row);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    Word word = vector.words[row];
    vector.empty[row] = true;
    refuse(refusals, row, word.code(), text, word.message());
  }

  @Override
  void addTo(long[] hashes, int count) {
    for (int row = 0; row < count; row++) {
      long cell = vector.empty[row] ? Hash64.EMPTY : vector.words[row].hash();
      hashes[row] = Hash64.with(hashes[row], cell);
    }
  }
}
