package org.athena.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The instructions of an image.
 *
 * @param name of the file
 * @param instructions in their order, each on one line
 */
record Dockerfile(String name, List<Instruction> instructions) {

    static final Path DIRECTORY = Path.of("src/main/docker");

    /** Such as {@code USER} and {@code 1001}. */
    record Instruction(String keyword, String value) {

        private static Instruction of(String line) {
            String[] parts = line.strip().split("\\s+", 2);
            return new Instruction(parts[0], parts[1].replaceAll("\\s+", " "));
        }
    }

    /** All of them. */
    static List<Dockerfile> all() throws IOException {
        List<Dockerfile> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("Dockerfile.")) {
                    all.add(of(file));
                }
            }
        }
        return all;
    }

    static Dockerfile of(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^\\s*#.*\n", "").replaceAll("\\\\\n", " ");
        return new Dockerfile(
                file.getFileName().toString(),
                text.lines()
                        .filter(line -> !line.isBlank())
                        .map(Instruction::of)
                        .toList());
    }

    /** The values of one kind of instruction. */
    List<String> values(String keyword) {
        return instructions.stream()
                .filter(instruction -> instruction.keyword().equals(keyword))
                .map(Instruction::value)
                .toList();
    }

    /** What makes up the image itself, without the stages that are left behind. */
    Dockerfile lastStage() {
        int last = 0;
        for (int i = 0; i < instructions.size(); i++) {
            last = instructions.get(i).keyword().equals("FROM") ? i : last;
        }
        return new Dockerfile(name, instructions.subList(last, instructions.size()));
    }

    @Override
    public String toString() {
        return name;
    }
}
