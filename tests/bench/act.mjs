#!/usr/bin/env node
/**
 * A person at a Chromium that runs already: `act.mjs PROFILE STEP…`, where PROFILE is its profile. Each step waits for
 * the page it belongs to:
 *
 *   provider EMAIL PASSWORD   signs in at the provider
 *   cancel                    says no at the provider
 *   asked                     the companion's question is there
 *   yes | no                  answers it
 *   landed                    the browser is back at the program
 *   close                     closes the whole browser
 *
 * Prints address and text of the page it ends at.
 */
import { connect } from './devtools.mjs';

const [profile, ...steps] = process.argv.slice(2);
const page = await connect(profile);
const press = (value) => page.evaluate(`document.querySelector('button[value="${value}"]').click()`);

while (steps.length > 0) {
  const step = steps.shift();
  if (step === 'provider') {
    await page.until(`document.querySelector('#password')`);
    for (const field of ['email', 'password'])
      await page.evaluate(`document.querySelector('#${field}').value = ${JSON.stringify(steps.shift())}`);
    await press('sign-in');
  } else if (step === 'cancel') {
    await page.until(`document.querySelector('#password')`);
    await press('cancel');
  } else if (step === 'asked') {
    await page.until(`document.querySelector('button[value="yes"]') && document.readyState === 'complete'`);
  } else if (step === 'yes' || step === 'no') {
    await page.until(`document.querySelector('button[value="yes"]')`);
    await press(step);
  } else if (step === 'landed') {
    await page.until(`location.pathname === '/callback' && document.readyState === 'complete'`);
  } else if (step === 'close') {
    // It may be gone before it could answer.
    void page.send('Browser.close');
    await page.closed;
    process.exit(0);
  } else {
    throw new Error(`What is “${step}”?`);
  }
}
console.log(await page.evaluate('location.href'));
console.log(await page.evaluate('document.body.innerText'));
process.exit(0);
