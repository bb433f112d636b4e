package org.mailroom.it.fault;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Takes heap of another JVM away: it is loaded into it. */
public final class HeapAgent {

  private static final int PIECE = 1 << 20;
  private static final List<byte[]> TAKEN = new ArrayList<>();

  private HeapAgent() {}

  /** Runs in the other JVM: holds so many percent of its old generation; 0 gives all back. */
  public static void agentmain(String percent) {
    Thread.ofPlatform().daemon().start(() -> take(Integer.parseInt(percent)));
  }

  private static void take(int percent) {
    synchronized (TAKEN) {
      TAKEN.clear();
      long most = oldGeneration() / 100 * percent;
      for (long taken = 0; taken < most; taken += PIECE) {
        TAKEN.add(new byte[PIECE]);
      }
      if (percent > 0) {
        System.gc();
      }
    }
  }

  private static long oldGeneration() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getMax())
        .sum();
  }

  /** The agent as a file that a JVM can load. */
  static Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Agent-Class"), HeapAgent.class.getName());
    Path file = Path.of("target/heap-agent.jar").toAbsolutePath();
    String entry = HeapAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream classFile = HeapAgent.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      classFile.transferTo(jar);
    }
    return file;
  }

  /** Loads it into a JVM. */
  static void attach(ProcessHandle process, Path jar, String percent) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        machine.loadAgent(jar.toString(), percent);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IOException("The agent can't be loaded", e);
    }
  }
}
