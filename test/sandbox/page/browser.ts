// A browser from the system for the tests and the pictures of the page, and the demo as it is started from the terminal.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** Where the system's browser is; `undefined` where there is none. */
export const browserPath = PLACES.find((path) => existsSync(path));

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: QUIET });
}

export interface Demo {
  /** `http://localhost:34567` */
  url: string;
  stop: () => Promise<void>;
}

/** Starts the demo on a free port, with the settings that stand in the environment of the tests. It is there for people once its team is enrolled, which is when it prints its address. */
export async function startDemo(...more: string[]): Promise<Demo> {
  const demo = spawn(process.execPath, ['dist/main.js', 'demo', '--port', '0', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: process.env,
  });
  const ended = new Promise<void>((resolve) => demo.once('exit', () => resolve()));
  return {
    url: await addressFrom(demo),
    stop: () => {
      demo.kill('SIGTERM');
      return ended;
    },
  };
}

function addressFrom(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    demo.stderr?.on('data', (chunk) => {
      told += String(chunk);
      const found = told.match(/http:\/\/localhost:\d+/);
      if (found) resolve(found[0]);
    });
    demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${told}`)));
  });
}
