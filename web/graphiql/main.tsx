// GraphiQL, served by us: opens with the member overview, examples beside it, the documentation of the schema one click away.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examplesPlugin } from './Examples.tsx';
import { examples, variablesOf } from './examples.ts';
import { fetcherFor } from './fetcher.ts';
import { lookAround } from './known.ts';

const known = await lookAround();
const plugin = examplesPlugin(known);
const [overview] = examples;

createRoot(document.getElementById('root')!).render(
  <GraphiQL
    fetcher={fetcherFor(known)}
    plugins={[plugin]}
    visiblePlugin={plugin}
    // The tabs of the last visit stay; this one comes to the front.
    initialQuery={overview?.query}
    initialVariables={overview && variablesOf(overview, known)}
    defaultEditorToolsVisibility="variables"
    dangerouslyAssumeSchemaIsValid
  >
    <GraphiQL.Logo>
      <a href="/" className="home">
        Spotter
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
