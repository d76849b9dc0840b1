/** The shipped glossary and the reader's own entries. Apart from the schema, which content scripts do without. */
export const STARTER_GLOSSARY_ID = 'starter';
export const OWN_GLOSSARY_ID = 'own';
