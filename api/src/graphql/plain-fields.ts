// Plain fields are read straight from their object by graphql-js. TypeGraphQL would wrap each in a function that builds
// arguments and looks for middleware; hundreds of fields an answer make that count.
import { getMetadataStorage } from 'type-graphql';

interface FieldMetadata {
  target: Function;
  name: string;
  simple?: boolean;
}

/** Only the parts of TypeGraphQL's own store that are read here. */
interface Store {
  fields: FieldMetadata[];
  objectTypes: { target: Function; fields?: FieldMetadata[] }[];
  authorizedFields: { target: Function; fieldName: string }[];
  authorizedResolver: { target: Function }[];
  middlewares: { target: Function; fieldName: string }[];
  resolverMiddlewares: { target: Function }[];
}

/** To be called before the schema is built. Fields with a guard or middleware of TypeGraphQL keep them. */
export function makePlainFieldsSimple(): void {
  const store = getMetadataStorage() as unknown as Store;
  const guardedTypes = new Set([...store.authorizedResolver, ...store.resolverMiddlewares].map((it) => it.target));
  const guarded = [...store.authorizedFields, ...store.middlewares];
  for (const field of store.fields) {
    const isGuarded =
      guardedTypes.has(field.target) || guarded.some((it) => it.target === field.target && it.fieldName === field.name);
    if (!isGuarded) field.simple ??= true;
  }
}
