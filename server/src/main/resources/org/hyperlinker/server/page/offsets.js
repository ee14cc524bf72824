// The server counts code points, JavaScript counts UTF-16 units.

export class Offsets {
  constructor(text) {
    this.units = [0];
    for (const point of text) {
      this.units.push(this.units.at(-1) + point.length);
    }
  }

  /** The unit at which a code point begins. */
  unit(point) {
    return this.units[point];
  }

  /** The code point that begins at a unit or holds it. */
  point(unit) {
    let low = 0;
    let high = this.units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.units[middle] <= unit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
