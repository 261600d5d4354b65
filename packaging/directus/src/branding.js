/**
 * How the project looks: its name and its colour, from Directus's settings.
 * @module
 */

/** Directus's own colour, for projects that chose none. */
const DEFAULT_COLOUR = '#6644ff';

/**
 * @typedef {object} Branding
 * @property {string} name
 * @property {string} colour `#rrggbb`, nothing else: it goes into a style sheet.
 */

/**
 * @param {{ services: any, getSchema: () => Promise<any> }} context
 * @returns {Promise<Branding>}
 */
export async function readBranding({ services, getSchema }) {
  const settings = new services.SettingsService({ schema: await getSchema() });
  const row = await settings.readSingleton({ fields: ['project_name', 'project_color'] });
  return { name: String(row?.project_name || 'Directus'), colour: colourOf(row?.project_color) };
}

/** @param {unknown} value */
export const colourOf = (value) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : DEFAULT_COLOUR;

/**
 * Black or white, whichever is easier to read on a colour (WCAG 2.2, relative luminance).
 * @param {string} colour `#rrggbb`
 */
export function textOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
