export default {
  build: { sourcemap: true, target: "es2022", modulePreload: false },
};
