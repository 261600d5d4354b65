/**
 * How often one address may ask. In memory and per node: a brake on guessing and flooding, not an account of use.
 * @module
 */

/** Most addresses remembered; beyond it the longest silent one is forgotten. */
const MOST_ADDRESSES = 10_000;
const MINUTE = 60_000;

/**
 * A bucket for each address that holds `perMinute` requests and fills up again evenly.
 * @param {number} perMinute
 * @param {() => number} [now] Milliseconds.
 * @returns {(address: string) => number} Takes one request: 0 when it may go on, else the seconds to wait.
 */
export function createLimit(perMinute, now = Date.now) {
  /** @type {Map<string, { left: number, at: number }>} */
  const buckets = new Map();

  return (address) => {
    const at = now();
    const known = buckets.get(address);
    const filled = known ? known.left + ((at - known.at) * perMinute) / MINUTE : perMinute;
    const left = Math.min(perMinute, filled);
    const allowed = left >= 1;
    // Taken out and put back: a Map keeps the order, and the first one is then the longest silent.
    buckets.delete(address);
    buckets.set(address, { left: allowed ? left - 1 : left, at });
    if (buckets.size > MOST_ADDRESSES) buckets.delete(/** @type {string} */ (buckets.keys().next().value));
    return allowed ? 0 : Math.ceil(((1 - left) * MINUTE) / perMinute / 1000);
  };
}
