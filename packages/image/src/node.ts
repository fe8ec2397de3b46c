export { LayoutError, writeLayout } from './layout/write-layout.ts';
