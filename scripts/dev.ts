/** `npm run dev`: WXT's development server, which rebuilds and reloads on every change. */
import { runTool } from './support/tool.ts';

process.exitCode = (await runTool('wxt', ...process.argv.slice(2))) ? 0 : 1;
