// Makes a token, and shows its secret the only time it can be seen.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { shiftDay } from '../../format/days';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import { ApiTokensDocument, CreateApiTokenDocument } from './ApiToken.generated';
import { apiTokenTexts } from './messages';
import { TokenSecret } from './TokenSecret';

const usualDays = 90;

export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const text = useText(apiTokenTexts);
  const today = useFormat().today();
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'READ' | 'WRITE'>('READ');
  const [expiresOn, setExpiresOn] = useState(() => shiftDay(today, usualDays));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [create, { data, loading }] = useCreateToken();
  const formErrors = useFormErrors();

  const submit = async () => {
    const missing = {
      ...(!name.trim() && { name: text.nameMissing }),
      ...(!expiresOn && { expiresOn: text.expiresMissing }),
    };
    if (Object.keys(missing).length > 0) return setErrors(missing);
    try {
      await create({ variables: { input: { id, name: name.trim(), scope, expiresOn } } });
    } catch (error) {
      setErrors(formErrors(error, ['name', 'expiresOn']));
    }
  };

  if (data) return <TokenSecret secret={data.createApiToken.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      title={text.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary" loading={loading}>
            {text.add}
          </Button>
        </>
      }
    >
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      <TextField
        label={text.name}
        description={text.nameHint}
        value={name}
        maxLength={60}
        error={errors.name}
        onChange={setName}
        autoFocus
      />
      <SegmentedControl
        label={text.scope}
        fullWidth
        value={scope}
        onChange={setScope}
        options={[
          { value: 'READ', label: text.scopes.READ },
          { value: 'WRITE', label: text.scopes.WRITE },
        ]}
      />
      <DateField
        label={text.expires}
        value={expiresOn}
        min={shiftDay(today, 1)}
        error={errors.expiresOn}
        onChange={setExpiresOn}
      />
    </Dialog>
  );
}

function useCreateToken() {
  return useMutation(CreateApiTokenDocument, {
    update: (cache, { data }) =>
      cache.updateQuery({ query: ApiTokensDocument }, (known) => {
        const token = data?.createApiToken.apiToken;
        return known && token
          ? { ...known, apiTokens: [token, ...known.apiTokens.filter(({ id }) => id !== token.id)] }
          : known;
      }),
  });
}
