import type { Shape } from './shape.ts';

/** The value a loader gives to a place of this shape when nothing is written there. */
export function zeroOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'text':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'list':
      return [];
    case 'any':
      return null;
    case 'map':
      return {};
    case 'struct': {
      const entries = [...shape.fields].filter(([, field]) => field.required);
      return Object.fromEntries(entries.map(([key, field]) => [key, zeroOf(field.shape)]));
    }
  }
}

/**
 * The same value with everything that has the wrong type, and every required thing that is missing, replaced by the
 * zero value, and with unknown keys left out of closed documents. What it returns can be read as the document's type, though it may
 * break the document's limits.
 */
export function fillIn(value: unknown, shape: Shape): unknown {
  switch (shape.kind) {
    case 'any':
      return value;
    case 'text':
      return typeof value === 'string' ? value : '';
    case 'integer':
    case 'number':
      return typeof value === 'number' ? value : 0;
    case 'boolean':
      return typeof value === 'boolean' ? value : false;
    case 'list':
      return Array.isArray(value) ? value.map((item) => fillIn(item, shape.item)) : [];
    case 'map':
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, shape.value)]))
        : {};
    case 'struct': {
      const record = isRecord(value) ? value : {};
      const entries = [...shape.fields].filter(([key, field]) => {
        if (field.required) return true;
        return Object.hasOwn(record, key) && (record[key] !== null || field.shape.kind === 'any');
      });
      const known = entries.map(([key, field]) => [key, fillIn(record[key], field.shape)] as const);
      const others = shape.isOpen ? Object.entries(record).filter(([key]) => !shape.fields.has(key)) : [];
      return Object.fromEntries([...known, ...others]);
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
