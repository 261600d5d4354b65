/**
 * Real servers as child processes: started, waited for, stopped by their own id, and their log kept for the test.
 * @module
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A free port of 127.0.0.1, below those that the system takes for outgoing connections. */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise((resolve) => {
      const server = createServer().once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

export class Server {
  #child;
  #ended;
  log = '';

  /**
   * @param {string} program
   * @param {string[]} args
   * @param {{ cwd?: string, env: Record<string, string> }} options
   */
  constructor(program, args, options) {
    // The kernel ends it when this process ends, however that happens (prctl(2), PR_SET_PDEATHSIG).
    const command = ['--pdeathsig', 'KILL', program, ...args];
    this.#child = spawn('setpriv', command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.log += text));
    }
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
  }

  /** @param {() => Promise<boolean> | boolean} ready */
  async until(ready) {
    for (let tries = 0; tries < 1200; tries += 1) {
      if (await ready()) return;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) break;
      await sleep(100);
    }
    await this.stop();
    throw new Error(`A server did not start:\n${this.log.slice(-4000)}`);
  }

  async stop() {
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.#ended;
    clearTimeout(timer);
  }
}
