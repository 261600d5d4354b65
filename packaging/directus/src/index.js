/**
 * What Directus loads. Two parts that only work together, hence one bundle:
 * the endpoint answers below `/latchkey`; the guard stands before Directus's own request log and sign-in routes.
 * @module
 */
import { endpoint } from './endpoint.js';
import { guard } from './guard.js';

export default {
  endpoints: [{ name: 'latchkey', config: endpoint }],
  hooks: [{ name: 'latchkey-guard', config: guard }],
  operations: [],
};
