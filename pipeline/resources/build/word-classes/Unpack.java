import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the Brown clusters and word vectors of nlp4j-english 1.1.2 into the current folder:
 * brown.tsv (word, tab, longest path), vectors.txt (a word a line), vectors.f32 (little-endian floats, in the same order).
 */
public class Unpack {
  private static final String FOLDER = "/edu/emory/mathcs/nlp/lexica/";

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> read(String name) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(
        new XZInputStream(new BufferedInputStream(Unpack.class.getResourceAsStream(FOLDER + name)))))) {
      return new TreeMap<>((Map<String, T>) in.readObject());
    }
  }

  private static OutputStream file(String name) throws IOException {
    return new BufferedOutputStream(new FileOutputStream(name));
  }

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    Map<String, Set<String>> clusters = read("en-brown-clusters-simplified-lowercase.xz");
    try (OutputStream out = file("brown.tsv")) {
      for (Map.Entry<String, Set<String>> entry : clusters.entrySet()) {
        String path = entry.getValue().stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        out.write((entry.getKey() + "\t" + path + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Map<String, float[]> vectors = read("en-word-embeddings-undigitalized.xz");
    try (OutputStream words = file("vectors.txt"); OutputStream floats = file("vectors.f32")) {
      for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
        if (entry.getKey().indexOf('\n') >= 0) continue;
        words.write((entry.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(4 * entry.getValue().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : entry.getValue()) bytes.putFloat(value);
        floats.write(bytes.array());
      }
    }
  }
}
