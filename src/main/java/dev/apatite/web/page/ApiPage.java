package dev.apatite.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of the API for people: every operation by groups, then the shapes that answers share.
 *
 * @param about what the routes have in common
 */
public record ApiPage(Frame frame, String about, List<Group> groups, List<Shape> shapes) {
    public ApiPage {
        groups = List.copyOf(groups);
        shapes = List.copyOf(shapes);
    }

    /** Operations of one kind, in the order of their addresses. */
    public record Group(String name, List<Operation> operations) {
        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * What answers at one address to one method.
     *
     * @param id its name, by which it is linked to
     * @param body what a request brings; empty where it brings nothing
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            List<Row> parameters,
            List<Row> body,
            List<Answer> answers) {
        public Operation {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer of one status.
     *
     * @param mediaTypes the formats that it comes in
     * @param rows what stands in it where it is JSON and no shape of its own; empty otherwise
     * @param example JSON on several lines, null where none is given
     */
    public record Answer(
            String status,
            String description,
            List<String> mediaTypes,
            @Nullable Type type,
            List<Row> rows,
            @Nullable String example) {
        public Answer {
            mediaTypes = List.copyOf(mediaTypes);
            rows = List.copyOf(rows);
        }
    }

    /** An object that several answers hold. */
    public record Shape(String name, List<Row> rows) {
        public Shape {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A parameter, or a property of an object; those within others are named with the path to them.
     *
     * @param required whether a request must bring it, or an answer always has it
     */
    public record Row(String name, Type type, boolean required, String description) {}

    /**
     * What a value may be.
     *
     * @param words before the shape's name ("array of"), or all
     * @param shape the shape that it is or holds, null where it is none
     * @param behind what is said behind ("or null")
     */
    public record Type(String words, @Nullable String shape, String behind) {}
}
