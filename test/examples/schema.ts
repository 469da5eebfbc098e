/** What docs/record.schema.json uses of JSON Schema 2020-12. */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'string' | 'number' | 'integer';
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
}

/** A keyword that is not in it would be passed over in silence. */
export const keywords = [
  '$schema',
  'title',
  'description',
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'pattern',
  'required',
  'properties',
  'allOf',
  'anyOf',
  'if',
  'then',
];

const types: Record<string, (value: unknown) => boolean> = {
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
};

/** Whether a value fits a schema. */
export function fits(value: unknown, schema: Schema): boolean {
  const { allOf = [], anyOf, if: when, then } = schema;
  return (
    fitsAlone(value, schema) &&
    allOf.every(part => fits(value, part)) &&
    (anyOf === undefined || anyOf.some(part => fits(value, part))) &&
    (!when || !then || !fits(value, when) || fits(value, then))
  );
}

function fitsAlone(value: unknown, schema: Schema): boolean {
  const { type, minimum = -Infinity, maximum = Infinity, pattern = '' } = schema;
  if (type !== undefined && !types[type]?.(value)) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.const !== undefined && value !== schema.const) return false;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (typeof value === 'string') return new RegExp(pattern, 'u').test(value);
  return (
    typeof value !== 'object' || value === null || fitsObject({ ...value }, schema)
  );
}

function fitsObject(value: Record<string, unknown>, schema: Schema): boolean {
  const { required = [], properties = {} } = schema;
  return (
    required.every(name => Object.hasOwn(value, name)) &&
    Object.entries(properties).every(
      ([name, inner]) => !Object.hasOwn(value, name) || fits(value[name], inner),
    )
  );
}
