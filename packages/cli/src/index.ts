export type { Io } from './io.ts';
export { main } from './main.ts';
export type { Output } from './output.ts';
