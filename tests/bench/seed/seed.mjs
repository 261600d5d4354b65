// Fills a fresh Directus through its own API: what the project looks like, and who may sign in.
// Usage: node seed.mjs SETTINGS_FILE MAJOR_VERSION; prints the ids it made as JSON.
// No dependencies. Unlicensed Directus 12 has three seats: two are used here, one is left to tests.
import { readFile } from "node:fs/promises";

const [settingsFile, version] = process.argv.slice(2);
const settings = Object.fromEntries(
  (await readFile(settingsFile, "utf8"))
    .split("\n")
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);

let token;

async function api(method, path, body) {
  const form = body instanceof FormData;
  const response = await fetch(settings.PUBLIC_URL + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && !form && { "content-type": "application/json" }),
    },
    body: form ? body : body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text).data;
}

// One server shows a vector logo and the other a bitmap, as real projects have either.
async function uploadLogo() {
  const [name, type] = version === "11" ? ["logo.png", "image/png"] : ["logo.svg", "image/svg+xml"];
  const form = new FormData();
  form.append("title", "Logo");
  form.append("file", new Blob([await readFile(new URL(name, import.meta.url))], { type }), name);
  return (await api("POST", "/files", form)).id;
}

async function createPerson() {
  const policy = await api("POST", "/policies", {
    name: "App access",
    icon: "badge",
    app_access: true,
    admin_access: false,
  });
  const role = await api("POST", "/roles", { name: "Crew", policies: [{ policy: policy.id }] });
  const user = await api("POST", "/users", {
    email: settings.PERSON_EMAIL,
    password: settings.PERSON_PASSWORD,
    first_name: "Ada",
    last_name: "Brook",
    role: role.id,
  });
  return { role: role.id, user: user.id };
}

({ access_token: token } = await api("POST", "/auth/login", {
  email: settings.ADMIN_EMAIL,
  password: settings.ADMIN_PASSWORD,
}));
const logo = await uploadLogo();
await api("PATCH", "/settings", {
  project_name: "Harbour Lights",
  project_descriptor: "The town's museum",
  project_color: "#0F766E",
  project_logo: logo,
  public_note: "Trouble signing in? Ask at the front desk.",
});
const admin = await api("GET", "/users/me?fields=id,role");
const person = await createPerson();
console.log(
  JSON.stringify({
    logo,
    admin_user: admin.id,
    admin_role: admin.role,
    person_user: person.user,
    person_role: person.role,
  }),
);
