// The words of writing a note down and taking it back; they come with the panel.
import { defineTexts } from '../../i18n/text';

export const noteWritingTexts = defineTexts({
  en: {
    label: 'New note',
    placeholder: 'What should the team know?',
    save: 'Save',
    cancel: 'Cancel',
    discard: 'Throw away',
    discarded: 'Draft thrown away.',
    draft: 'The draft is kept until you save or throw it away.',
    missing: 'Write something first.',
    added: 'Note saved.',
    retract: 'Retract',
    retracted: 'Note retracted.',
    retractFailed: 'The note was not retracted.',
    onlyAuthor: 'Only the author or an administrator may retract this note.',
  },
  nl: {
    label: 'Nieuwe notitie',
    placeholder: 'Wat moet het team weten?',
    save: 'Opslaan',
    cancel: 'Annuleren',
    discard: 'Weggooien',
    discarded: 'Concept weggegooid.',
    draft: 'Het concept blijft bewaard tot je opslaat of het weggooit.',
    missing: 'Schrijf eerst iets.',
    added: 'Notitie opgeslagen.',
    retract: 'Intrekken',
    retracted: 'Notitie ingetrokken.',
    retractFailed: 'De notitie is niet ingetrokken.',
    onlyAuthor: 'Alleen de schrijver of een beheerder mag deze notitie intrekken.',
  },
});
