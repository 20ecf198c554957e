// Entry of the member app. It shares components and texts with the staff's side, but none of its pages.
import { ApolloProvider } from '@apollo/client/react';
import { createClient } from '../graphql/client';
import { LocaleProvider } from '../i18n/LocaleProvider';
import { mount } from '../ui/mount';
import { UiProvider } from '../ui/UiProvider';
import { MemberHomeDocument } from './Home.generated';
import { MemberApp } from './MemberApp';

const client = createClient(() => client.writeQuery({ query: MemberHomeDocument, data: { viewer: null } }));

mount(
  <ApolloProvider client={client}>
    <LocaleProvider>
      <UiProvider>
        <MemberApp />
      </UiProvider>
    </LocaleProvider>
  </ApolloProvider>,
);
