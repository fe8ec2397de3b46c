export { serveMcp } from './serve-mcp.ts';
export { serveRunner } from './serve-runner.ts';
