/**
 * A bundle has to name a file for the Data Studio. This one adds nothing to it, and Directus never loads it.
 * @module
 */
export {};
