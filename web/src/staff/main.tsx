// Entry of the staff dashboard.
import { ApolloProvider } from '@apollo/client/react';
import { BrowserRouter } from 'react-router';
import { createClient } from '../graphql/client';
import { LocaleProvider } from '../i18n/LocaleProvider';
import { mount } from '../ui/mount';
import { UiProvider } from '../ui/UiProvider';
import { Router } from './Router';
import { SessionDocument } from './Session.generated';

const client = createClient(() => client.writeQuery({ query: SessionDocument, data: { viewer: null } }));

mount(
  <ApolloProvider client={client}>
    <LocaleProvider>
      <UiProvider>
        <BrowserRouter useTransitions={false}>
          <Router />
        </BrowserRouter>
      </UiProvider>
    </LocaleProvider>
  </ApolloProvider>,
);
