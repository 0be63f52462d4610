package dev.apatite.languagemodel;

/** Why a row of the model is not kept. */
public enum Dropped {
    NOT_AS_ASKED("the answer is not in the form that was asked for"),
    SENTENCE("the sentence does not stand in the section word for word"),
    TREATMENT("the treatment stands neither in the sentence nor before it"),
    RESPONSE("the response is none of the list"),
    NUMBER("a number is not printed in the sentence"),
    AGAIN("it was said before");

    private final String words;

    Dropped(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
