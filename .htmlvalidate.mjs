// What `html-validate` holds against the pages as they are served; every departure from its own rules has its reason.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // HTML allows a bare > in a text, and the renderer writes it so; what could begin something it escapes.
    'no-raw-characters': 'off',
    // The renderer closes void elements with a slash, which HTML allows.
    'void-style': ['error', { style: 'selfclosing' }],
    // Everything comes from the site itself; what came from elsewhere would need a hash.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
