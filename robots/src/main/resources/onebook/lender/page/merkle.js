// The tree of RFC 6962: leaf = H(00 || bytes), node = H(01 || left || right), empty tree = H().

const ZERO_BYTE = new Uint8Array([0]);
const ONE_BYTE = new Uint8Array([1]);

/** Keeps the hash of every complete subtree, so that any root of any earlier size is there. */
class MerkleLog {
  constructor() {
    this.rows = [[]];
  }

  append(leaf) {
    let subtree = HASHER.begin().update(ZERO_BYTE).update(leaf).digest();
    for (let height = 0; ; height++) {
      if (height === this.rows.length) {
        this.rows.push([]);
      }
      const row = this.rows[height];
      row.push(subtree);
      if (row.length % 2 === 1) {
        return;
      }
      subtree = nodeHash(row[row.length - 2], subtree);
    }
  }

  get size() {
    return this.rows[0].length;
  }

  root() {
    return this.rootAt(this.size);
  }

  rootAt(size) {
    return size === 0 ? sha256(new Uint8Array(0)) : this.hashOf(0, size);
  }

  hashOf(from, to) {
    const width = to - from;
    let half = 1;
    let height = 0;
    while (half * 2 <= width) {
      half *= 2;
      height++;
    }
    if (half === width) {
      return this.rows[height][from / half];
    }
    return nodeHash(this.hashOf(from, from + half), this.hashOf(from + half, to));
  }

  /** Content of all tiles by path below log/tile/ (C2SP tlog-tiles). */
  tiles() {
    const tiles = new Map();
    let hashes = this.size;
    for (let level = 0; hashes > 0; level++, hashes = Math.floor(hashes / 256)) {
      for (let tile = 0; tile * 256 < hashes; tile++) {
        const width = Math.min(256, hashes - tile * 256);
        tiles.set(tilePath(level, tile, width),
          joined(this.rows[8 * level].slice(tile * 256, tile * 256 + width)));
      }
    }
    return tiles;
  }
}

function nodeHash(left, right) {
  return HASHER.begin().update(ONE_BYTE).update(left).update(right).digest();
}

/** 1234067 is written x001/x234/067. */
function tilePath(level, tile, width) {
  const three = number => String(number).padStart(3, '0');
  let path = three(tile % 1000);
  for (let rest = Math.floor(tile / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${three(rest % 1000)}/${path}`;
  }
  return `${level}/${path}${width === 256 ? '' : '.p/' + width}`;
}
