/* Cites references from the library in a rich text: as a button under the text, and as "/" command and toolbar
 * button. The chooser opens, and [[ref:key]] is put behind the selection as plain text. */
(() => {
  const { React, DraftJS } = window;
  const { EditorState, Modifier } = DraftJS;
  const { chooserUrl, label } = document.currentScript.dataset;

  const chooser = (onChosen) => ({
    url: chooserUrl,
    urlParams: { multiple: 1 },
    onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
    responses: { chosen: onChosen },
  });

  /* A text that nobody has clicked into has its cursor before the first letter: cite at the end instead. */
  const placed = (state) => {
    const selection = state.getSelection();
    const first = state.getCurrentContent().getFirstBlock().getKey();
    const untouched =
      !selection.getHasFocus() && selection.isCollapsed() && selection.getEndKey() === first && !selection.getEndOffset();
    return untouched ? EditorState.moveSelectionToEnd(state) : state;
  };

  const cite = (editorState, references) => {
    const state = placed(editorState);
    const selection = state.getSelection();
    const end = selection.merge({
      anchorKey: selection.getEndKey(),
      anchorOffset: selection.getEndOffset(),
      focusKey: selection.getEndKey(),
      focusOffset: selection.getEndOffset(),
      isBackward: false,
    });
    const token = `[[ref:${references.map((reference) => reference.key).join(",")}]]`;
    const content = Modifier.insertText(state.getCurrentContent(), end, token);
    const cited = EditorState.push(state, content, "insert-characters");
    return EditorState.forceSelection(cited, content.getSelectionAfter());
  };

  class CitationSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig() {
      return chooser(this.onChosen);
    }

    onChosen(references) {
      this.workflow.close();
      this.props.onComplete(cite(this.props.editorState, references));
    }
  }

  const focusEditor = (button) => {
    const siblings = button.closest("[data-draftail-editor-wrapper]").parentNode.querySelectorAll("input");
    [...siblings].find((field) => field.draftailEditor).draftailEditor.focus();
  };

  function CiteButton({ getEditorState, onChange }) {
    const open = (event) => {
      const button = event.currentTarget;
      window.jQuery(document.body).one("hidden.bs.modal", () => focusEditor(button));
      window.ModalWorkflow(chooser((references) => onChange(cite(getEditorState(), references))));
    };
    const attributes = {
      type: "button",
      className: "button button-small button-secondary",
      onMouseDown: (event) => event.preventDefault(), // keeps the cursor in the text
      onClick: open,
    };
    return React.createElement("button", attributes, label);
  }

  window.draftail.registerPlugin({ type: "CITATION", source: CitationSource });
  window.draftail.registerPlugin({ type: "CITATION", meta: CiteButton }, "controls");
})();
