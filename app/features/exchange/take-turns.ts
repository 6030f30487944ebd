const turn = 10;

/** For loops over many rows: hands the thread to whoever waits, each time it was held for 10 ms. */
export function takeTurns() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
