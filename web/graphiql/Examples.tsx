// The list of examples beside the editor. Choosing one opens it in a tab of its own, ready to run.
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { examples, operationOf, variablesOf, type Example } from './examples.ts';
import type { Known } from './known.ts';

export function examplesPlugin(known: Known): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples known={known} /> };
}

function Examples({ known }: { known: Known }) {
  const { addTab, setOperationName } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  // The editors come a moment after the page; an example opened before them would open empty.
  const isReady = Boolean(queryEditor && variableEditor);
  const open = (example: Example) => {
    addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variablesOf(example, known));
    // The editor finds out by itself a moment later; whoever runs it at once would ask for the operation of the tab before.
    setOperationName(operationOf(example));
  };
  return (
    <div className="examples">
      <h2>Examples</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="graphiql-un-styled" disabled={!isReady} onClick={() => open(example)}>
              {example.title}
              {/^mutation/m.test(example.query) && <small>changes data</small>}
            </button>
          </li>
        ))}
      </ul>
      <h3>Signing in</h3>
      {known.isSignedIn ? (
        <p>You are signed in, and what you send here is done in your name.</p>
      ) : (
        <p>
          You are not signed in. <a href="/">Sign in on the dashboard</a> and reload, or put an API token into the
          Headers tab and press the button that fetches the schema again:
        </p>
      )}
      {!known.isSignedIn && <pre>{'{ "Authorization": "Bearer spt_…" }'}</pre>}
    </div>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4h14v16H5zM8.5 9h7M8.5 12.5h7M8.5 16h4" />
    </svg>
  );
}
