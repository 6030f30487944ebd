/** An entry that waits on the phone: the events it says, under ids that make sending it twice the same as once. */
export type Waiting = {
  id: string;
  accountId: string;
  /** as the list of what waits shows it */
  summary: string;
  bodies: { id: string; accept?: string[] }[];
  files?: { id: string; content: Blob; name: string }[];
  /** Sent before, answer unknown, or written without a network. */
  tried: boolean;
  /** What the server asks before it writes it down, or why it does not. */
  asks?: { codes: string[]; texts: string[] };
  refused?: string;
};

const store = "waiting";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("pond", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: "id" });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** One step on the store; settled once it is on the disk, so that a killed tab has lost nothing it was told is kept. */
async function step<Result>(
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode, { durability: "strict" });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

export const keep = (entry: Waiting) => step("readwrite", (entries) => entries.put(entry));
export const forget = (id: string) => step("readwrite", (entries) => entries.delete(id));

/** What waits, the oldest first: ids are in the order of time. */
export const listWaiting = (): Promise<Waiting[]> => step("readonly", (entries) => entries.getAll());
