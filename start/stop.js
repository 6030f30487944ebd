/** @type {(() => unknown)[]} */
const endings = [];
/** @type {Promise<void> | undefined} */
let stopping;

/**
 * Has something ended when the process is told to stop: the last begun is the first ended.
 * @param {() => unknown} ending @returns {() => void} takes it back
 */
export function onStop(ending) {
  endings.push(ending);
  return () => {
    const index = endings.indexOf(ending);
    if (index >= 0) endings.splice(index, 1);
  };
}

export const isStopping = () => stopping !== undefined;

/** Ends everything once, whoever asks. */
export function stop() {
  stopping ??= (async () => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) {
      try {
        await ending();
      } catch (error) {
        console.error(error);
      }
    }
  })();
  return stopping;
}

/** SIGTERM and Ctrl-C end cleanly, a second Ctrl-C at once. */
export function stopOnSignals() {
  let first = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, async () => {
      // Under `npm start` one Ctrl-C arrives twice: from the terminal, and passed on by npm.
      if (first && performance.now() - first > 1000) process.exit(1);
      if (first) return;
      first = performance.now();
      await stop();
      process.exit(0);
    });
}
