/**
 * The session that a sign-in gave, from the moment it is known here until it belongs to Latchkey or is ended.
 *
 * Directus's services do what they can. They cannot tell whose a session is, give it an earlier end, or redeem it
 * once: `AuthenticationService.refresh` does not look at how many rows it changed, so that two calls at the same
 * moment both succeed and one of them gets tokens that are already dead. For these three things this module, and
 * no other, goes to the table `directus_sessions` itself.
 * @module
 */
import { randomBytes } from 'node:crypto';

/**
 * @typedef {object} Holder
 * @property {string} id
 * @property {string} name What to call the person; empty if Directus knows no name.
 * @property {string} email May be empty.
 * @property {string} provider
 *
 * @typedef {object} Tokens
 * @property {string} access_token
 * @property {string} refresh_token
 * @property {number} expires Milliseconds.
 *
 * @typedef {ReturnType<typeof createSessions>} Sessions
 */

/** @param {{ services: any, database: any, getSchema: () => Promise<any> }} context */
export function createSessions({ services, database, getSchema }) {
  const table = () => database('directus_sessions');
  const service = async (/** @type {any} */ accountability) =>
    new services.AuthenticationService({ schema: await getSchema(), accountability });

  return {
    /**
     * Whose it is; `null` for a session that is over.
     * @param {string} session
     * @returns {Promise<Holder | null>}
     */
    async holder(session) {
      const row = await table()
        .innerJoin('directus_users', 'directus_sessions.user', 'directus_users.id')
        .where('directus_sessions.token', session)
        .andWhere('directus_sessions.expires', '>=', new Date())
        .first({
          id: 'directus_users.id',
          first: 'directus_users.first_name',
          last: 'directus_users.last_name',
          email: 'directus_users.email',
          provider: 'directus_users.provider',
        });
      if (!row) return null;
      const name = [row.first, row.last].filter(Boolean).join(' ');
      return { id: row.id, name, email: row.email ?? '', provider: row.provider };
    },

    /**
     * Lets it end soon by itself, for a consent page that is never answered.
     * @param {string} session
     * @param {number} seconds
     */
    async endSoon(session, seconds) {
      await table()
        .where({ token: session })
        .update({ expires: new Date(Date.now() + seconds * 1000) });
    },

    /**
     * Ends it now.
     * @param {string} session
     * @param {any} accountability
     */
    async end(session, accountability) {
      await (await service(accountability)).logout(session);
    },

    /**
     * Turns it into tokens, once: the first caller, on whichever node, moves the row to a name that only it knows.
     * @param {string} session
     * @param {any} accountability
     * @returns {Promise<Tokens | null>} `null` when it was redeemed before or is over.
     */
    async redeem(session, accountability) {
      const mine = randomBytes(48).toString('base64url');
      const moved = await table().where({ token: session, next_token: null }).update({ token: mine });
      if (moved !== 1) return null;
      try {
        const result = await (await service(accountability)).refresh(mine, { session: false });
        return {
          access_token: result.accessToken,
          refresh_token: result.refreshToken,
          expires: result.expires,
        };
      } catch (error) {
        // The provider may be down (Directus asks it on every refresh): the code can then be tried again.
        await table().where({ token: mine }).update({ token: session });
        throw error;
      }
    },
  };
}
