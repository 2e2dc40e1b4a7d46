// `npm run screenshots`: every type of page at three widths in light, dark and care mode, into screenshots/ (which git leaves
// alone), and what a person would call broken on them. BASE names a server that runs already; PAGES chooses some by name.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES } from '../dist/test/browser/pages.js';
import { launchChromium } from '../dist/test/browser/support/chromium.js';
import { layoutFaults } from '../dist/test/browser/support/layout-faults.js';
import { contextIn } from '../dist/test/browser/support/mode.js';
import { startSampleServer } from './sample-server.mjs';

const WIDTHS = [360, 768, 1440];
const MODES = [{ name: 'light' }, { name: 'dark', dark: true }, { name: 'care', reading: 'zh-care' }];

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const chosen = process.env.PAGES?.split(/[ ,]+/);
const server = process.env.BASE ? { url: process.env.BASE.replace(/\/$/, ''), stop: () => undefined } : await startSampleServer();
const browser = await launchChromium();
let faults = 0;
try {
  for (const mode of MODES) {
    const context = await contextIn(browser, server.url, mode);
    const page = await context.newPage();
    for (const [name, address] of PAGES) {
      if (chosen && !chosen.includes(name)) continue;
      await page.goto(server.url + address);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${mode.name}.png`), fullPage: true });
        for (const fault of await page.evaluate(layoutFaults)) {
          faults += 1;
          console.log(`${name} at ${width}, ${mode.name}: ${fault}`);
        }
      }
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`pictures in ${folder}, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
