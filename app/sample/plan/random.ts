export type Random = ReturnType<typeof createRandom>;

/** FNV-1a with a final scramble: four different salts give the four words of the generator's state. */
function hash(text: string, salt: number) {
  let word = 2166136261 ^ salt;
  for (let index = 0; index < text.length; index++) {
    word = Math.imul(word ^ text.charCodeAt(index), 16777619);
  }
  word = Math.imul(word ^ (word >>> 16), 2246822507);
  return (word ^ (word >>> 13)) >>> 0;
}

/** Repeatable random numbers (sfc32). Whoever needs numbers of its own takes a fork, so that no kind of row moves another. */
export function createRandom(seed: string) {
  let a = hash(seed, 1);
  let b = hash(seed, 2);
  let c = hash(seed, 3);
  let counter = hash(seed, 4);

  function next() {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  const between = (low: number, high: number) => low + next() * (high - low);
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    integer,
    chance: (probability: number) => next() < probability,
    pick<T>(items: readonly T[]): T {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    shuffle<T>(items: readonly T[]): T[] {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
      }
      return shuffled;
    },
    fork: (name: string) => createRandom(`${seed}/${name}`),
  };
}
