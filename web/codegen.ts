// Typed documents: ../schema.graphql + src/**/*.graphql → X.generated.ts beside each X.graphql (not committed).
import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  ID: 'string',
  DateTime: 'string',
  LocalDate: 'string',
  Currency: 'string',
};

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.graphql'],
  silent: true,
  generates: {
    'src/graphql/schema.generated.ts': {
      plugins: ['typescript'],
      config: { scalars, strictScalars: true, enumsAsTypes: true, useTypeImports: true, skipTypename: true },
    },
    'src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: 'graphql/schema.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        scalars,
        strictScalars: true,
        enumsAsTypes: true,
        useTypeImports: true,
        // Optimistic responses need the type's name: the compiler asks for it.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        // Documents are compiled here, so that the browser never loads the GraphQL parser.
        documentMode: 'documentNode',
        dedupeFragments: true,
        inlineFragmentTypes: 'combine',
      },
    },
  },
};
export default config;
